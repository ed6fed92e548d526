import { describe, expect, it } from '@jest/globals';
import { optionsOf } from './options.js';

describe('the options of npm start', () => {
  it('start everything in .cakupan from port 4300 when nothing is said', () => {
    expect(optionsOf([])).toEqual({
      help: false,
      empty: false,
      fresh: false,
      port: 4300,
      data: '.cakupan',
      only: ['reporting', 'enrollment', 'contribution', 'claims'],
      part: {},
    });
  });

  it('take what is said', () => {
    const said = [
      '--empty',
      '--fresh',
      '--only',
      'enrollment,reporting',
      '--port',
      '5300',
      '--data',
      '/srv/c',
      '--scale',
      '0.01',
      '--without',
      'bank/1',
    ];
    expect(optionsOf(said)).toEqual({
      help: false,
      empty: true,
      fresh: true,
      port: 5300,
      data: '/srv/c',
      only: ['reporting', 'enrollment'],
      part: { scale: 0.01, without: 'bank/1' },
    });
  });

  it.each(['0', '0.004', '1.01', 'half'])('take no %s for a share', (scale) =>
    expect(() => optionsOf(['--scale', scale])).toThrow('a number from 0.005 to 1 is needed'),
  );

  it('allow the last port that leaves room for four services, and none above', () => {
    expect(optionsOf(['--port', '65532']).port).toBe(65_532);
    expect(() => optionsOf(['--port', '65533'])).toThrow('a number from 1 to 65532');
    expect(optionsOf(['--port', '1']).port).toBe(1);
    expect(() => optionsOf(['--port', '0'])).toThrow('a number from 1 to 65532');
  });

  it.each(['43oo', '', '4300.5', '1e3'])('refuse "%s" as a port', (port) => {
    expect(() => optionsOf([`--port=${port}`])).toThrow('--port');
  });

  it('refuse a service that does not exist, by name', () => {
    expect(() => optionsOf(['--only', 'claims,billing'])).toThrow('there is no service "billing"');
  });

  it('refuse an unknown option and show what there is', () => {
    expect(() => optionsOf(['--emtpy'])).toThrow(/--emtpy[\s\S]*--fresh/);
  });
});
