# Tests of the core, without a server: unit tests, fuzz targets, tools.

TEST_CFLAGS = -std=gnu11 -O1 -g -Wall -Wextra -Isrc -Ibuild
UNIT_TESTS = $(patsubst test/unit/%.c,build/test/%,\
	$(wildcard test/unit/*_test.c))
FUZZ_TARGETS = $(patsubst test/fuzz/%.c,build/fuzz/%,\
	$(wildcard test/fuzz/*_fuzz.c))
FUZZ_CC = clang
FUZZ_CFLAGS = -std=gnu11 -O1 -g -Isrc -Ibuild \
	-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all

build/test build/fuzz: | build
	mkdir -p $@

# The core once for all tests, by the rules of the tests.
build/test/%.o: src/%.c $(C_HEADERS) build/unicode_tables.h | build/test
	@mkdir -p $(dir $@)
	$(CC) $(TEST_CFLAGS) -c -o $@ $<

TEST_CORE = $(CORE_SOURCES:src/%.c=build/test/%.o)

build/test/%_test: test/unit/%_test.c $(wildcard test/unit/*.h) \
		$(TEST_CORE) $(BLOCK_OBJ)
	$(CC) $(TEST_CFLAGS) $(ICU_CFLAGS) -Itest/unit -o $@ $< $(TEST_CORE) \
		$(BLOCK_OBJ) $(ICU_LIBS) -lcmocka

build/test/peek: test/tools/peek.c $(TEST_CORE) $(BLOCK_OBJ)
	$(CC) $(TEST_CFLAGS) -O2 -o $@ $< $(TEST_CORE) $(BLOCK_OBJ)

# The benchmark's own: the core as the library has it, the do-nothing floor
# (test/bench/floor) in a directory of its own.
build/bench/core_bench: test/bench/core_bench.c $(CORE_OBJS) $(BLOCK_OBJ)
	@mkdir -p $(dir $@)
	$(CC) $(BUILD_CFLAGS) $(COPT) -o $@ $< $(CORE_OBJS) $(BLOCK_OBJ)

build/bench/floor/an_floor.so: $(wildcard test/bench/floor/*)
	@mkdir -p $(dir $@)
	$(MAKE) -s -C $(dir $@) -f $(CURDIR)/test/bench/floor/Makefile \
		PG_CONFIG=$(PG_CONFIG) with_llvm=no

build/fuzz/%.o: src/%.c $(C_HEADERS) build/unicode_tables.h | build/fuzz
	@mkdir -p $(dir $@)
	$(FUZZ_CC) $(FUZZ_CFLAGS) -c -o $@ $<

FUZZ_CORE = $(CORE_SOURCES:src/%.c=build/fuzz/%.o)

build/fuzz/%_fuzz: test/fuzz/%_fuzz.c $(wildcard test/fuzz/*.h) \
		$(FUZZ_CORE) $(BLOCK_OBJ)
	$(FUZZ_CC) $(FUZZ_CFLAGS) -o $@ $< $(FUZZ_CORE) $(BLOCK_OBJ)

# kept, although only pattern rules name them
.SECONDARY: $(TEST_CORE) $(FUZZ_CORE)

.PHONY: unit-tests fuzz-targets peek bench-tools
unit-tests: $(UNIT_TESTS)
fuzz-targets: $(FUZZ_TARGETS)
peek: build/test/peek
bench-tools: build/bench/core_bench build/bench/floor/an_floor.so
