import '../../../libs/persistence/src/inside.js';
