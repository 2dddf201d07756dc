import { blameShifting } from './blame-shifting.js';
import { boilerplate } from './boilerplate.js';
import { copiedFromPrevious } from './copied-from-previous.js';
import { externalCause } from './external-cause.js';
import { fixedExpression } from './fixed-expression.js';
import { lectureForProblem } from './lecture-for-problem.js';
import { measureWithoutCommitment } from './measure-without-commitment.js';
import { missingDimension } from './missing-dimension.js';
import { missingExample } from './missing-example.js';
import { missingPart } from './missing-part.js';
import { numbering } from './numbering.js';
import { placeholder } from './placeholder.js';
import { praiseBeforeProblem } from './praise-before-problem.js';
import { problemWithoutMeasure } from './problem-without-measure.js';
import { quotationMarks } from './quotation-marks.js';
import { rectificationArithmetic } from './rectification-arithmetic.js';
import { rectificationMissing } from './rectification-missing.js';
import { recurringProblem } from './recurring-problem.js';
import { repealedDocument } from './repealed-document.js';
import type { Rule } from './rule.js';
import { stockProblem } from './stock-problem.js';
import { thirdPerson } from './third-person.js';
import { vagueExample } from './vague-example.js';
import { vagueWording } from './vague-wording.js';

/** All rules, in the order in which reports list them. */
export const rules: readonly Rule[] = [
  missingPart,
  missingDimension,
  rectificationMissing,
  rectificationArithmetic,
  missingExample,
  vagueExample,
  problemWithoutMeasure,
  measureWithoutCommitment,
  boilerplate,
  blameShifting,
  thirdPerson,
  praiseBeforeProblem,
  lectureForProblem,
  stockProblem,
  externalCause,
  copiedFromPrevious,
  recurringProblem,
  vagueWording,
  numbering,
  quotationMarks,
  placeholder,
  fixedExpression,
  repealedDocument,
];
