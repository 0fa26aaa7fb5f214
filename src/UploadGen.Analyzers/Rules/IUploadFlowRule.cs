using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>A rule on the steps of an upload, done by a client or by hand.</summary>
internal interface IUploadFlowRule
{
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>The mistakes that the rule finds in one body.</summary>
    IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations);
}
