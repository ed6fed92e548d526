import '../../persistence/src/index.js';
