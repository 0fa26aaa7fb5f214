using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>A rule on the order of an upload's steps.</summary>
internal interface IUploadFlowRule
{
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>What the rule finds in one body.</summary>
    IEnumerable<Diagnostic> Check(UploadFlow flow, UploadAnnotations annotations);
}
