-- Hand-overs are read by the number of their case, and sent again when a department asks for it.
alter table dispatch.hand_over add column sent_again_at timestamptz;
create index hand_over_number on dispatch.hand_over (number);
