import '../../contracts/src/index.js';
