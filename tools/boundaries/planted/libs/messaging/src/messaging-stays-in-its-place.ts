import '../../http/src/index.js';
