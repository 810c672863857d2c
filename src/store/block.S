/*
 * block.S
 *	  The compiled language data as bytes of the library.
 *
 * BLOCK_FILE is the output of compile_data.  The symbols are hidden: only
 * builtin.c names them.  This is no C file because LLVM, which PostgreSQL's
 * JIT uses for inlining, cannot take .incbin out of bitcode; it is not in OBJS
 * for the same reason.
 */
#if defined(__APPLE__)
#error "block.S knows ELF only"
#endif

	.section .rodata
	.balign	64
	.globl	an_block_start
	.hidden	an_block_start
	.type	an_block_start, %object
an_block_start:
	.incbin	BLOCK_FILE
	.size	an_block_start, . - an_block_start

	.globl	an_block_end
	.hidden	an_block_end
	.type	an_block_end, %object
an_block_end:

	.section .note.GNU-stack,"",%progbits
