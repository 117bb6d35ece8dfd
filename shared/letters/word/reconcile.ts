// A letter that came back against the one that went out: what says the same is the same block, what was changed keeps its ground.
import type { GroundId } from '../../ids.ts';
import type { Block, Letter } from '../../model/letter.ts';
import { align, saysOf } from '../editing/align.ts';

/**
 * The letter that came back, each block with the ground and origin it had; changed and new blocks are the user's. A ground opens at one
 * heading only, the first that claims it.
 */
export function reconciled(letter: Letter, current: Letter): Letter {
  const partners = align(letter.blocks, current.blocks);
  const opened = new Set<GroundId>();
  const blocks = letter.blocks.map((block, at): Block => {
    const partner = current.blocks[partners[at] ?? -1];
    const same = partner !== undefined && saysOf(partner) === saysOf(block) ? partner : changed(block, partner);
    if (same.kind !== 'heading' || same.groundId === undefined) return same;
    const { groundId, ...plain } = same;
    if (opened.has(groundId)) return plain;
    opened.add(groundId);
    return same;
  });
  return { ...letter, blocks };
}

function changed(block: Block, partner: Block | undefined): Block {
  const groundId = partner !== undefined && 'groundId' in partner ? partner.groundId : undefined;
  switch (block.kind) {
    case 'heading':
      return { ...(groundId !== undefined && { groundId }), ...block };
    case 'paragraph':
    case 'list':
      return { ...block, origin: 'user', ...(groundId !== undefined && { groundId }) };
    case 'quote':
      return { ...block, ...(groundId !== undefined && { groundId }) };
    default:
      return block;
  }
}
