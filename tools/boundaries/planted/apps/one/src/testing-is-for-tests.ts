import '../../../libs/testing/src/index.js';
