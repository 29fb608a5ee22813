/** A tree that becomes XML: undefined is left out, a list becomes one wrapped element per member. */
export type XmlValue = string | number | boolean | undefined | XmlValue[] | { [name: string]: XmlValue };

/** `item` names a list's members: `member` in IAM and STS, `item` in EC2; undefined repeats the element itself, as S3 does. */
export function xml(name: string, value: XmlValue, item?: string): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    if (item === undefined) return value.map((one) => xml(name, one, item)).join('');
    return `<${name}>${value.map((one) => xml(item, one, item)).join('')}</${name}>`;
  }
  return `<${name}>${typeof value === 'object' ? xmlChildren(value, item) : escapeXml(String(value))}</${name}>`;
}

export function xmlChildren(value: { [name: string]: XmlValue }, item?: string): string {
  return Object.entries(value)
    .map(([name, inner]) => xml(name, inner, item))
    .join('');
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
