using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG106: a file is PUT with another media type than its upload was created for, and both are constants.</summary>
internal sealed class MediaTypeRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.OtherMediaType;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Steps
            .Where(step => step.Method.Does(UploadSteps.Put) && step.Sites.Count == 1 && !step.MayActOnOther)
            .Select(step => Find(step, flow.Body, annotations))
            .OfType<Diagnostic>();

    private Diagnostic? Find(ObservedStep step, IOperation body, UploadAnnotations annotations)
    {
        if (step.SessionArguments.Any(session => SendsHeadersOnly(session.Argument, annotations))
            || step.Invocation.AsWritten(body) is not { } put || SentMediaType.Find(put, body) is not { } sent
            || step.Sites.First().Creation.AsWritten(body) is not { } creation || DeclaredMediaType.Find(creation, body, annotations) is not { } declared
            || EssenceOf(sent.Text).Equals(EssenceOf(declared), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.DeclaredMediaType, declared);
        return Diagnostic.Create(Descriptor, sent.Where.Syntax.GetLocation(), properties, put.TargetMethod.Name, sent.Text, declared);
    }

    /// <summary>If a session has headers, the client sends those and not the content's media type.</summary>
    private static bool SendsHeadersOnly(IArgumentOperation session, UploadAnnotations annotations)
        => session.Parameter is { } parameter && (annotations.IsUploadHeaders(parameter) || annotations.UploadHeadersOf(parameter.Type) is not null);

    /// <summary>The media type without its parameters, which may differ on purpose.</summary>
    private static string EssenceOf(string mediaType) => mediaType.Split(';')[0].Trim();
}
