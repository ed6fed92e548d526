import '../../../tools/tool.js';
