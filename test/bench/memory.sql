-- Private memory of one backend in kB, a line for each stage: after connecting,
-- after the first call, after all articles.
-- Variables: first (a query), all (a query).  PRIVATE_MEMORY in the environment: a
-- command that prints it, given smaps.
\set ON_ERROR_STOP on
set client_min_messages = warning;
set jit = off;
set max_parallel_workers_per_gather = 0;
select pg_backend_pid() as pid \gset
\setenv BACKEND :pid
-- what a first query of any kind costs is not the extension's
select length(body), published from articles where id = 1 \g /dev/null
\! $PRIVATE_MEMORY /proc/$BACKEND/smaps
:first \g /dev/null
\! $PRIVATE_MEMORY /proc/$BACKEND/smaps
:all \g /dev/null
\! $PRIVATE_MEMORY /proc/$BACKEND/smaps
