import '../../../../libs/persistence/src/index.js';
