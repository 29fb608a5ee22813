/** Letters that are read as others, lower case: Cyrillic, Greek, Armenian, small capitals, digits. Ours; the common ones. */
const READ_AS: Record<string, string> = {
  ...pairs('авекмнорстухіїјѕһԁԛԝӏгпи', 'abekmhopctyxiijshdqwlrnu'),
  ...pairs('αβγεηικνορτυχωμσς', 'abyenikvoptuxwuoc'),
  ...pairs('օսցհոք', 'oughnp'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...pairs('ıɩłøđɡɑ', 'iilodga'),
  ...pairs('0134578$@', 'oleastbsa'),
};

function pairs(from: string, to: string): Record<string, string> {
  const latin = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, latin[at] ?? letter]));
}

/** What is not seen: format characters, accents once they stand alone, and letters that are blank. */
const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * A text as a reader who looks once takes it, so that two that look alike are alike. Not for showing: i and l are one, and
 * so are "rn" and "m".
 */
export function asRead(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(UNSEEN, '');
  return [...plain]
    .map((letter) => READ_AS[letter] ?? letter)
    .join('')
    .replaceAll('i', 'l')
    .replaceAll('vv', 'w')
    .replaceAll('rn', 'm');
}

/** Its words. */
export function wordsAsRead(text: string): string[] {
  return asRead(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
