\echo Use "CREATE EXTENSION an_floor" to load this file. \quit

create function an_floor_start(internal, integer) returns internal
language c strict parallel safe as 'MODULE_PATHNAME';

create function an_floor_next(internal, internal, internal) returns internal
language c strict parallel safe as 'MODULE_PATHNAME';

create function an_floor_end(internal) returns void
language c strict parallel safe as 'MODULE_PATHNAME';

create function an_floor_types(internal) returns internal
language c strict parallel safe as 'MODULE_PATHNAME';

create function an_floor_init(internal) returns internal
language c strict parallel safe as 'MODULE_PATHNAME';

create function an_floor_lexize(internal, internal, internal, internal)
returns internal
language c strict parallel safe as 'MODULE_PATHNAME';

create text search parser an_floor (
	start = an_floor_start,
	gettoken = an_floor_next,
	end = an_floor_end,
	lextypes = an_floor_types
);

create text search template an_floor (
	init = an_floor_init,
	lexize = an_floor_lexize
);

create text search dictionary an_floor (template = an_floor);

create text search configuration an_floor (parser = an_floor);

alter text search configuration an_floor add mapping for word with an_floor;
