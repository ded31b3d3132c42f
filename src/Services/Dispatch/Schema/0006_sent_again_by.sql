-- Who asked for a hand-over to be sent again.
alter table dispatch.hand_over add column sent_again_by text;
