import { describe, expect, it } from '@jest/globals';
import { isAnalyst, mayOpen } from './access.js';
import { VIEWS } from './place.js';

describe('the views', () => {
  const openTo = (...roles: string[]) => VIEWS.filter((view) => mayOpen(view, roles));

  it("are all an analyst's", () => expect(openTo('analyst')).toEqual(VIEWS));
  it('are the overview for the public', () => expect(openTo()).toEqual(['overview']));
  it('are targets, too, for a planner', () => expect(openTo('planner')).toEqual(['overview', 'targets']));
  it('are operations, too, for an operator', () =>
    expect(openTo('operator')).toEqual(['overview', 'operations']));
  it('are those of each role of somebody with several', () =>
    expect(openTo('planner', 'operator')).toEqual(['overview', 'targets', 'operations']));
});

it("figures beyond those for the public are an analyst's alone", () => {
  expect(isAnalyst(['planner', 'analyst'])).toBe(true);
  expect(isAnalyst(['planner', 'operator'])).toBe(false);
});
