import { a11yContrast } from './a11y-contrast.ts';
import { a11yImageAlt } from './a11y-image-alt.ts';
import { a11yLinkHasName } from './a11y-link-has-name.ts';
import { linkActionValid } from './link-action-valid.ts';
import { linkAmbiguousHeading } from './link-ambiguous-heading.ts';
import { linkDiagramPageExists } from './link-diagram-page-exists.ts';
import { linkFragmentCase } from './link-fragment-case.ts';
import { linkHeadingExists } from './link-heading-exists.ts';
import { linkLocalPath } from './link-local-path.ts';
import { linkPageExists } from './link-page-exists.ts';
import { linkSelfAbsolute } from './link-self-absolute.ts';
import { linkShadowed } from './link-shadowed.ts';
import { linkSiteOnly } from './link-site-only.ts';
import { linkSourceOnly } from './link-source-only.ts';
import { linkUnsafeScheme } from './link-unsafe-scheme.ts';
import { modelCompressedFlag } from './model-compressed-flag.ts';
import { modelEdgeGeometry } from './model-edge-geometry.ts';
import { modelNoCycle } from './model-no-cycle.ts';
import { modelParentExists } from './model-parent-exists.ts';
import { modelRootCells } from './model-root-cells.ts';
import { modelStrayText } from './model-stray-text.ts';
import { modelTerminalExists } from './model-terminal-exists.ts';
import { modelUniqueId } from './model-unique-id.ts';
import { modelValidNumber } from './model-valid-number.ts';
import { payloadDecodable } from './payload-decodable.ts';
import { payloadPastedInLabel } from './payload-pasted-in-label.ts';
import { payloadTruncated } from './payload-truncated.ts';
import { securityEventAttribute } from './security-event-attribute.ts';
import { securityExternalResource } from './security-external-resource.ts';
import { securityLabelScript } from './security-label-script.ts';
import { stageDuplicateTarget } from './stage-duplicate-target.ts';
import { stageLabelDiffers } from './stage-label-differs.ts';
import { stageOrderDiffers } from './stage-order-differs.ts';
import { stageUnlabelled } from './stage-unlabelled.ts';
import { stageUnlinkedHeading } from './stage-unlinked-heading.ts';
import { stageUnlinkedStage } from './stage-unlinked-stage.ts';
import { stageUnreachable } from './stage-unreachable.ts';
import type { Rule } from '../rule.ts';

/** Every rule, a file each: `link/heading-exists` is `link-heading-exists.ts`. */
export const rules: readonly Rule[] = [
  linkActionValid,
  linkAmbiguousHeading,
  linkDiagramPageExists,
  linkFragmentCase,
  linkHeadingExists,
  linkLocalPath,
  linkPageExists,
  linkSelfAbsolute,
  linkShadowed,
  linkSiteOnly,
  linkSourceOnly,
  linkUnsafeScheme,
  stageDuplicateTarget,
  stageLabelDiffers,
  stageOrderDiffers,
  stageUnlabelled,
  stageUnlinkedHeading,
  stageUnlinkedStage,
  stageUnreachable,
  modelCompressedFlag,
  modelEdgeGeometry,
  modelNoCycle,
  modelParentExists,
  modelRootCells,
  modelStrayText,
  modelTerminalExists,
  modelUniqueId,
  modelValidNumber,
  payloadDecodable,
  payloadPastedInLabel,
  payloadTruncated,
  securityEventAttribute,
  securityExternalResource,
  securityLabelScript,
  a11yContrast,
  a11yImageAlt,
  a11yLinkHasName,
];

/** Rules by id. */
export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
