using System.Collections.Immutable;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>
/// A claimed text, parsed. The document itself is held weakly: it is many times as large as the text, is needed only
/// until it is bound, and the compiler keeps the outcome of every step alive for as long as the project is open.
/// </summary>
internal sealed class ParsedSpec
{
    private readonly WeakReference<SpecDocument>? _document;

    private ParsedSpec(
        SpecText source, bool isSwagger, SpecDocument? document, EquatableArray<SpecProblem> problems, EquatableArray<FileProblem> fileProblems)
    {
        FileProblems = fileProblems;
        Source = source;
        IsSwagger = isSwagger;
        Problems = problems;
        _document = document is null ? null : new WeakReference<SpecDocument>(document);
    }

    public SpecText Source { get; }

    /// <summary>Whether it is written in 2.0, whose parts have other places.</summary>
    public bool IsSwagger { get; }

    public EquatableArray<SpecProblem> Problems { get; }

    /// <summary>What is wrong with the overlays for the document: it is reported in them.</summary>
    public EquatableArray<FileProblem> FileProblems { get; }

    public bool HasDocument => _document is not null;

    /// <summary>Null when the text can't be read as a document; <see cref="Problems"/> says why.</summary>
    public SpecDocument? Document(CancellationToken cancellationToken)
        => _document is null ? null : _document.TryGetTarget(out var document) ? document : new SpecParser(Source, [], [], cancellationToken).Parse();

    /// <summary>Null for a text that isn't an OpenAPI document and isn't meant to be one.</summary>
    public static ParsedSpec? Parse(SpecText source, CancellationToken cancellationToken)
    {
        var claim = SpecClaim.Read(source.Format, source.Text);
        var isMeant = claim.IsMeant || source.Settings.IsExplicit;
        if (!isMeant && (claim.Fault is null || source.Format.IsOfTemplates))
        {
            // What can't be right is told even of a file that may be none of ours.
            return source.Settings.Problems.Count == 0 ? null : new ParsedSpec(source, false, null, source.Settings.Problems, default);
        }

        var problems = ImmutableArray.CreateBuilder<SpecProblem>();
        problems.AddRange(source.Settings.Problems);
        var fileProblems = ImmutableArray.CreateBuilder<FileProblem>();
        var document = Read(source, claim, problems, fileProblems, cancellationToken);
        return new ParsedSpec(source, claim.IsSwagger, document, problems.ToImmutable().ToEquatableArray(), fileProblems.ToImmutable().ToEquatableArray());
    }

    private static SpecDocument? Read(
        SpecText source,
        SpecClaim claim,
        ImmutableArray<SpecProblem>.Builder problems,
        ImmutableArray<FileProblem>.Builder fileProblems,
        CancellationToken cancellationToken)
    {
        if (claim.Fault is { } fault)
        {
            var kind = claim.IsMeant || source.Settings.IsExplicit ? SpecProblemKind.NotReadable : SpecProblemKind.PerhapsNotReadable;
            problems.Add(SpecProblem.At(fault.Line, fault.Column, kind, fault.Reason, fault.Remedy));
            return null;
        }

        if (claim.Version is not { } version)
        {
            problems.Add(SpecProblem.At("", SpecProblemKind.NotReadable, "its root is no object with an 'openapi' member", TextFault.Mend));
            return null;
        }

        if (!SpecVersion.IsSupported(version))
        {
            problems.Add(SpecProblem.At(claim.IsSwagger ? "/swagger" : "/openapi", SpecProblemKind.VersionNotSupported, version));
            return null;
        }

        return new SpecParser(source, problems, fileProblems, cancellationToken).Parse();
    }
}
