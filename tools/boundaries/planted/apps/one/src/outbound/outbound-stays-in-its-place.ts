import '../inbound/inbound-stays-in-its-place.js';
