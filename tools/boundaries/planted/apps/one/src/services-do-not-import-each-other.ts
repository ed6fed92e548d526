import '../../two/src/two.module.js';
