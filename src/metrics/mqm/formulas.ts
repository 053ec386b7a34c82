import type { Formula } from './formula.ts'
import { linearFormulas } from './linear.ts'
import { wmtFormulas } from './wmt.ts'

/** Every formula that an MQM score is reckoned by. */
export const mqmFormulas: readonly Formula[] = [...wmtFormulas, ...linearFormulas]
