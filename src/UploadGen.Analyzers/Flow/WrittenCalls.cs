using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Leads from a call in a control flow graph, where it may be split over several operations, to the call as it is written.</summary>
internal static class WrittenCalls
{
    /// <summary>The same call in the body's operation tree.</summary>
    public static IInvocationOperation? AsWritten(this IInvocationOperation invocation, IOperation body)
        => body.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(operation => operation.Syntax == invocation.Syntax);
}
