# arabic_news: Arabic news in PostgreSQL
#
# make, make install: the extension; needs a C compiler, the server's headers,
# ICU's headers and pkg-config.  make check-core: unit tests without a server
# (needs cmocka).  make installcheck: regression tests on a running server.
# script/test does all of it on a bare machine.

EXTENSION = arabic_news
EXTVERSION = 0.1.0
MODULE_big = arabic_news

CORE_SOURCES = $(sort $(wildcard src/text/*.c src/store/*.c src/morph/*.c \
	src/entity/*.c))
PG_SOURCES = $(sort $(wildcard src/pg/*.c))
LEXICON_TOOLS = build/lexicon_report build/lexicon_weights
BUILD_SOURCES = $(sort $(filter-out src/build/gen_%.c \
	$(LEXICON_TOOLS:build/%=src/build/%.c),$(wildcard src/build/*.c)))
C_HEADERS = $(wildcard src/*/*.h)
LANGUAGE_DATA = $(sort $(wildcard data/*.tsv data/lexicon/*.tsv))

CORE_OBJS = $(CORE_SOURCES:.c=.o)
OBJS = $(CORE_OBJS) $(PG_SOURCES:.c=.o)

# The install script: the topics in the order of what they need.
SQL_TOPICS = info normalize parser dictionary analyze entities quotes article simhash latin \
	track
DATA_built = build/$(EXTENSION)--$(EXTVERSION).sql
DATA = $(wildcard upgrade/*.sql)

REGRESS = $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --encoding=UTF8 --no-locale --load-extension=arabic_news

# The language data: one block, linked in read-only.  Its object is not in
# OBJS, which would want bitcode of it.
BLOCK_OBJ = build/block.o
# Its own calls stay its own, whatever else a server has loaded, and are
# direct.
SHLIB_LINK = $(BLOCK_OBJ) -Wl,-Bsymbolic

PG_CPPFLAGS = -Isrc -Ibuild -DAN_VERSION='"$(EXTVERSION)"'
# PostgreSQL's own headers and macros leave parameters unused
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	-fno-semantic-interposition
EXTRA_CLEAN = build .inst results regression.diffs regression.out

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

ICU_CFLAGS = $(shell pkg-config --cflags icu-uc icu-i18n)
ICU_LIBS = $(shell pkg-config --libs icu-uc icu-i18n)
BUILD_CFLAGS = -std=gnu11 -O2 -g -Wall -Wextra -Isrc -Ibuild

all: build/$(EXTENSION)--$(EXTVERSION).sql

build:
	mkdir -p build

build/gen_unicode: src/build/gen_unicode.c | build
	$(CC) $(BUILD_CFLAGS) $(ICU_CFLAGS) -o $@ $< $(ICU_LIBS)

build/unicode_tables.h: build/gen_unicode
	build/gen_unicode > $@.tmp
	mv $@.tmp $@

# The program that compiles the data has the core up to the reading of words in
# it, but not the block.
COMPILER_CORE = $(filter-out src/store/builtin.c,$(filter src/text/%.c \
	src/store/%.c src/morph/%.c,$(CORE_SOURCES)))

build/compile_data: $(BUILD_SOURCES) $(COMPILER_CORE) $(C_HEADERS) \
		build/unicode_tables.h
	$(CC) $(BUILD_CFLAGS) $(ICU_CFLAGS) -o $@ $(BUILD_SOURCES) \
		$(COMPILER_CORE) $(ICU_LIBS) -lm

build/data.blk: build/compile_data $(LANGUAGE_DATA)
	build/compile_data data $@

# What the lexicon leaves unexplained of a list of words and counts, and how
# common its lemmas are by that list: make lexicon-report FREQ=file
$(LEXICON_TOOLS): build/%: src/build/%.c $(COMPILER_CORE) $(C_HEADERS) \
		build/unicode_tables.h
	$(CC) $(BUILD_CFLAGS) -o $@ $< $(COMPILER_CORE) -lm

.PHONY: lexicon-report lexicon-weights
lexicon-weights: build/lexicon_weights build/compile_data
	rm -rf build/unweighted
	mkdir -p build/unweighted/lexicon
	cp data/*.tsv build/unweighted
	cp data/lexicon/*.tsv build/unweighted/lexicon
	printf 'lemma\tpos\ttokens\n' > build/unweighted/lexicon/weights.tsv
	build/compile_data build/unweighted build/unweighted.blk
	build/lexicon_weights build/unweighted.blk $(FREQ) 1 > build/weights.tsv
	mv build/weights.tsv data/lexicon/weights.tsv
lexicon-report: build/lexicon_report build/data.blk
	build/lexicon_report build/data.blk $(FREQ)

$(BLOCK_OBJ): src/store/block.S build/data.blk
	$(CC) -c -DBLOCK_FILE='"build/data.blk"' -o $@ $<

build/$(EXTENSION)--$(EXTVERSION).sql: $(SQL_TOPICS:%=src/pg/%.sql) Makefile | build
	(printf '%s\n' '\echo Use "CREATE EXTENSION $(EXTENSION)" to load this file. \quit'; \
		cat $(SQL_TOPICS:%=src/pg/%.sql)) > $@.tmp
	mv $@.tmp $@

# Every object waits for the generated tables, and follows all headers.
$(OBJS) $(OBJS:.o=.bc): $(C_HEADERS) build/unicode_tables.h
$(shlib): $(BLOCK_OBJ)

include test/test.mk
