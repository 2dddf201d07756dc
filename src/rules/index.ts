import { blameShifting } from './blame-shifting.js';
import { boilerplate } from './boilerplate.js';
import { causeRepeatsProblem } from './cause-repeats-problem.js';
import { copiedFromPrevious } from './copied-from-previous.js';
import { dateInconsistent } from './date-inconsistent.js';
import { externalCause } from './external-cause.js';
import { fixedExpression } from './fixed-expression.js';
import { foreignName } from './foreign-name.js';
import { lectureForProblem } from './lecture-for-problem.js';
import { lightTouch } from './light-touch.js';
import { measureWithoutCommitment } from './measure-without-commitment.js';
import { missingClosing } from './missing-closing.js';
import { missingDimension } from './missing-dimension.js';
import { missingExample } from './missing-example.js';
import { missingPart } from './missing-part.js';
import { numbering } from './numbering.js';
import { orphanMeasure } from './orphan-measure.js';
import { placeholder } from './placeholder.js';
import { praiseBeforeProblem } from './praise-before-problem.js';
import { problemWithoutCause } from './problem-without-cause.js';
import { problemWithoutMeasure } from './problem-without-measure.js';
import { proportion } from './proportion.js';
import { quotationMarks } from './quotation-marks.js';
import { rectificationArithmetic } from './rectification-arithmetic.js';
import { rectificationMissing } from './rectification-missing.js';
import { recurringProblem } from './recurring-problem.js';
import { repealedDocument } from './repealed-document.js';
import { repeatedExample } from './repeated-example.js';
import { repeatedText } from './repeated-text.js';
import type { Rule } from './rule.js';
import { shallowCause } from './shallow-cause.js';
import { stockProblem } from './stock-problem.js';
import { thirdPerson } from './third-person.js';
import { vagueExample } from './vague-example.js';
import { vagueWording } from './vague-wording.js';
import { workForThought } from './work-for-thought.js';
import { wrongYearDimension } from './wrong-year-dimension.js';

/** All rules, in the order in which reports list them. */
export const rules: readonly Rule[] = [
  missingPart,
  missingDimension,
  wrongYearDimension,
  rectificationMissing,
  rectificationArithmetic,
  missingExample,
  vagueExample,
  repeatedExample,
  dateInconsistent,
  problemWithoutMeasure,
  problemWithoutCause,
  measureWithoutCommitment,
  orphanMeasure,
  blameShifting,
  thirdPerson,
  workForThought,
  praiseBeforeProblem,
  lectureForProblem,
  lightTouch,
  stockProblem,
  externalCause,
  copiedFromPrevious,
  recurringProblem,
  shallowCause,
  causeRepeatsProblem,
  boilerplate,
  vagueWording,
  repeatedText,
  numbering,
  quotationMarks,
  placeholder,
  fixedExpression,
  repealedDocument,
  foreignName,
  proportion,
  missingClosing,
];
