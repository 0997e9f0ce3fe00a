using Xunit.Sdk;
using Xunit.v3;

// A program of a page takes the console of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
