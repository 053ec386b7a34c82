/** A formula as it is told to people: by its name, in writing, and with who says so. */
export interface Formula {
  readonly id: string
  readonly name: string
  readonly formula: string
  readonly source: string
}
