import '../../../libs/contracts/src/index.js';
