/** One budget for form and socket: a person types, a script does not. */
export const SEND_LIMIT = { name: 'chat.send', points: 60, seconds: 60 };
