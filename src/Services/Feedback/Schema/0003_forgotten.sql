-- Cases whose citizen was erased: nothing is told of them any more, whatever comes late.
create table feedback.forgotten (
  case_id uuid primary key
);
