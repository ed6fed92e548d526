import { describe, expect, it } from '@jest/globals';
import { html } from './html.js';

describe('markup', () => {
  it('escapes what is inserted, in text and in attributes', () =>
    expect(html`<p title="${'"><script>'}">${"a & 'b' <i>"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">a &amp; &#39;b&#39; &lt;i&gt;</p>',
    ));
  it('inserts markup as it is', () =>
    expect(html`<p>${html`<b>${'<'}</b>`}</p>`.text).toBe('<p><b>&lt;</b></p>'));
  it('joins lists and leaves out what is not there', () =>
    expect(html`${['a', html`<br />`, 1]}${null}${false}${0}`.text).toBe('a<br />10'));
});
