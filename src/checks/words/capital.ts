/** The first letter of words, whose case a sentence, a name or a fix decides. */
export const startsWithCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

export const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, first => first.toUpperCase())

export const uncapitalised = (text: string): string => text.replace(/^\p{Lu}/u, first => first.toLowerCase())

/** With a capital where the words have one that it stands for. @param like as they are written in the text */
export const capitalLike = (like: string, text: string): string => (startsWithCapital(like) ? capitalised(text) : text)
