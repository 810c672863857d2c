-- the extension itself
select extversion from pg_extension where extname = 'arabic_news';
select arabic_news_data_version() > 0 as has_version;
select arabic_news_verify();

-- every object of the extension says what it is
select pg_describe_object(d.classid, d.objid, 0) as without_comment
from pg_depend d
where d.refclassid = 'pg_extension'::regclass
	and d.refobjid = (select oid from pg_extension where extname = 'arabic_news')
	and d.deptype = 'e'
	and coalesce(obj_description(d.objid, d.classid::regclass::name), '') = ''
	-- the array type of a composite, and its row type's table
	and not exists (select from pg_type t where t.oid = d.objid and (t.typelem <> 0 or t.typrelid <> 0)
		and d.classid = 'pg_type'::regclass and t.typelem <> 0)
order by 1;

-- volatility and safety are what planners and indexes rely on
select p.proname, p.provolatile, p.proparallel, p.proisstrict
from pg_proc p
	join pg_depend d on d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e'
	join pg_extension e on e.oid = d.refobjid and e.extname = 'arabic_news'
where p.proname !~ '_(parser|dictionary)_'
order by 1;
