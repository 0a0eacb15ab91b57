import assert from 'node:assert/strict';

/** Fails unless a document is well-formed XML of the kind that we write: elements, attributes and text. */
export function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '');
  const rest = body.replace(
    /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>/g,
    (_, closing: string, name: string, attributes: string, empty: string) => {
      assertEntities(attributes);
      const names = [...attributes.matchAll(/\s([\w.-]+)="/g)].map(([, attribute]) => attribute);
      assert.equal(new Set(names).size, names.length, `an attribute of ${name} stands twice`);
      if (closing === '/') assert.equal(open.pop(), name, `</${name}> closes another element`);
      else if (empty !== '/') open.push(name);
      return '';
    },
  );
  assert.deepEqual(open, [], 'every element is closed');
  assert.doesNotMatch(rest, /[<>]/, 'no angle bracket stands outside a tag');
  assertEntities(rest);
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  assert.ok(xml.isWellFormed(), 'no half of a surrogate pair');
}

function assertEntities(text: string): void {
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|#\d+);)/, 'every ampersand begins an entity');
}
