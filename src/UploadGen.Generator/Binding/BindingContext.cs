using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.References;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Limits.Rules;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Binding;

/// <summary>What the binders of one document share: the document, the names taken so far and the problems found.</summary>
internal sealed class BindingContext(SpecDocument document, ParsedSpec spec, MovedPlaces moved, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<SpecProblem>.Builder _problems = ImmutableArray.CreateBuilder<SpecProblem>();
    private readonly HashSet<SpecProblem> _reported = [];
    private readonly HashSet<FileProblem> _inFiles = [];
    private readonly HashSet<FileProblem> _inOverlays = [];

    public OpenApiDocument Document { get; } = document.Document;

    /// <summary>The document's text, with what else belongs to it.</summary>
    public SpecText Source { get; } = spec.Source;

    /// <summary>Whether schemas are JSON Schema's own, as they are from OpenAPI 3.1 on.</summary>
    public bool HasJsonSchema { get; } = !spec.IsSwagger && document.Json["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) == false;

    /// <summary>Whether <c>xml</c> objects say which node a schema is, as they do from OpenAPI 3.2 on.</summary>
    public bool HasXmlNodeTypes { get; } = XmlRepair.HasNodeTypes(document.Json);

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Makes what schemas limit ready for C# types.</summary>
    public LimitBinder Limits { get; } =
        new(new SchemaRules(new SchemaNodes(document.Json, document.Written, spec.IsSwagger)), new LimitPlaces(document.Written));

    /// <summary>The places of parts that aren't where they are written.</summary>
    public MovedPlaces Moved { get; } = moved;

    public OperationFilter Filter { get; } = new(spec.Source.Settings);

    /// <summary>The names of generated types.</summary>
    public NameScope TypeNames { get; } = new([.. ApiModel.ClientTypes(spec.Source.Settings.ClientName), .. MemberNames.OfEveryType, .. MemberNames.OfRecords]);

    public EquatableArray<SpecProblem> Problems => _problems.ToImmutable().ToEquatableArray();

    /// <summary>What is wrong with files that say more about the document.</summary>
    public IEnumerable<FileProblem> FileProblems => _inFiles;

    /// <summary>Reports a <c>$ref</c> that leads nowhere.</summary>
    /// <param name="pointer">The object that holds it.</param>
    /// <param name="instead">What is generated in its place.</param>
    public void ReportUnresolved(string pointer, BaseOpenApiReference reference, string instead)
    {
        var place = pointer + "/$ref";
        var text = ReferenceAt(place) ?? (spec.IsSwagger ? reference.ReferenceV2 : reference.ReferenceV3) ?? "";
        var problem = SpecProblem.At(place, SpecProblemKind.UnresolvedReference, document.Written.Reference(text), instead);
        Report(ReferenceAdvice.AddTo(problem, spec.Source));
    }

    /// <summary>What is written: Microsoft.OpenApi makes a component of a whole file.</summary>
    private string? ReferenceAt(string pointer)
        => DocumentPointer.Find(document.Json, spec.IsSwagger ? SwaggerPointer.From(pointer) : pointer) is JsonValue value
            && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Binds a part of the document. One that can't be bound is reported and left out, and the rest is bound all the same.</summary>
    /// <param name="pointer">Where the part stands.</param>
    /// <param name="part">The part, as the beginning of a sentence.</param>
    /// <param name="bind">Binds it.</param>
    public T? Guard<T>(string pointer, string part, Func<T> bind)
        where T : class
    {
        try
        {
            return bind();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Report(InternalErrors.IsOurs(exception)
                ? InternalErrors.OfPart(exception, pointer, $"{part} is left out, and everything else is generated as usual")
                : SpecProblem.At(pointer, SpecProblemKind.NotSupported, $"{part} can't be understood ({exception.Message.TrimEnd('.')})", "Nothing"));
            return null;
        }
    }

    public void Report(SpecProblem problem)
    {
        var written = document.Written.Of(problem);
        var (path, found) = document.Overlaid.Find(written);
        if (found != written && !_inOverlays.Add(new FileProblem(path ?? Source.Path, found with { Arguments = found.Arguments.Skip(1).ToEquatableArray() })))
        {
            // What an overlay puts into several operations is wrong once, whatever those are called.
            return;
        }

        if (path is not null)
        {
            Report(new FileProblem(path, found));
        }
        else if (_reported.Add(found))
        {
            _problems.Add(found);
        }
    }

    /// <summary>Reports what is wrong with a file that says more about the document.</summary>
    public void Report(FileProblem problem) => _inFiles.Add(problem);
}
