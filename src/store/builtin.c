/*-------------------------------------------------------------------------
 *
 * builtin.c
 *	  The block that is linked into this program (block.S).
 *
 * The only file that names its symbols.  A program that needs no built-in
 * block (compile_data, the tests of the store) leaves this file out.
 *
 *-------------------------------------------------------------------------
 */
#include "store/store.h"

extern const char an_block_start[] __attribute__((visibility("hidden")));
extern const char an_block_end[] __attribute__((visibility("hidden")));

/*
 * Not inline: code that PostgreSQL's JIT makes of callers can find this
 * function, but not the hidden symbols.
 */
__attribute__((noinline)) const AnBlock *
an_store(void)
{
	return (const AnBlock *) (const void *) an_block_start;
}

__attribute__((noinline)) size_t
an_store_linked_size(void)
{
	return (size_t) (an_block_end - an_block_start);
}
