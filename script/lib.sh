# What the scripts share: packages, the build, a throw-away server.
# Sourced by bash with the project's root as working directory.

say() { printf '%s\n' "$*" >&2; }
die() { say "$0: $*"; exit 1; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the Debian packages that are not there yet.
need_packages() {
	local missing=() p
	for p; do
		[ "$(dpkg-query -W -f '${Status}' "$p" 2>/dev/null)" = 'install ok installed' ] ||
			missing+=("$p")
	done
	[ ${#missing[@]} = 0 ] && return
	say "installing: ${missing[*]}"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

# Sets pg_version and PG_CONFIG: PG_CONFIG if given, else the release's own.
choose_postgres() {
	if [ -n "${PG_CONFIG:-}" ]; then
		pg_version=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
		return
	fi
	command -v apt-get >/dev/null || die 'this needs Debian; elsewhere: make && make install'
	[ -n "$(apt-cache depends postgresql 2>/dev/null)" ] || as_root apt-get update -q >/dev/null
	pg_version=$(apt-cache depends postgresql |
		sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)
	[ -n "$pg_version" ] || die 'apt knows no package postgresql'
	need_packages "postgresql-$pg_version" "postgresql-server-dev-$pg_version" \
		gcc make libc6-dev libicu-dev pkg-config
	export PG_CONFIG=/usr/lib/postgresql/$pg_version/bin/pg_config
}

# The server does not run as root: then as the user that its package made.
as_server() {
	if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# server_start DIR: a private copy of the server's programs with the built
# extension installed in it, and a cluster, all below DIR; no TCP port.
# PostgreSQL finds its files relative to its program, so that nothing outside
# DIR is written, and bitcode and tsearch_data are found as in a real install.
server_start() {
	local dir=$1 prefix=$1/root bin lib share
	bin=$("$PG_CONFIG" --bindir)
	lib=$("$PG_CONFIG" --pkglibdir)
	share=$("$PG_CONFIG" --sharedir)
	mkdir -p "$prefix$bin" "$prefix$lib" "$prefix$share"
	cp -a "$bin/." "$prefix$bin/"
	cp -a "$lib/." "$prefix$lib/"
	cp -a "$share/." "$prefix$share/"
	make -s install DESTDIR="$prefix" >"$dir/install.log" 2>&1 ||
		{ cat "$dir/install.log" >&2; die 'make install failed'; }
	chmod 700 "$dir"
	[ "$(id -u)" != 0 ] || chown -R postgres: "$dir"
	(cd / && as_server "$prefix$bin/initdb" -D "$dir/data" -U postgres -A trust -N \
		--encoding=UTF8 --locale=C.UTF-8 >"$dir/initdb.log" 2>&1) ||
		{ cat "$dir/initdb.log" >&2; die 'initdb failed'; }
	(cd / && as_server "$prefix$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -s \
		-o "-c listen_addresses= -c unix_socket_directories=$dir -c fsync=off" \
		start) || { cat "$dir/log" >&2; die 'the server does not start'; }
	export PGHOST=$dir PGUSER=postgres PGDATABASE=postgres PGPORT=5432
	unset PGSERVICE PGHOSTADDR PGOPTIONS
	PATH=$bin:$PATH
	server_bin=$prefix$bin
}

# server_stop DIR: stops the server of DIR and removes DIR.
server_stop() {
	local dir=$1 ctl
	ctl=$(find "$dir/root" -path '*/bin/pg_ctl' -print -quit 2>/dev/null)
	if [ -n "$ctl" ] && [ -e "$dir/data/postmaster.pid" ]; then
		(cd / && as_server "$ctl" -D "$dir/data" -m immediate -s stop) || true
	fi
	rm -rf "$dir"
}
