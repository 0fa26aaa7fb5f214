using System.Runtime.CompilerServices;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Binding;

/// <summary>What a document comes to: the model to generate from, if it can be read, and the problems on the way.</summary>
internal sealed record BoundSpec(ApiModel? Model, EquatableArray<SpecProblem> Problems)
{
    /// <summary>What is wrong with the files that say more about the document.</summary>
    public EquatableArray<FileProblem> FileProblems { get; init; }

    private static readonly ConditionalWeakTable<ParsedSpec, BoundSpec> Bound = new();

    /// <summary>Binds a document, or hands out what an earlier call made of it.</summary>
    public static BoundSpec Find(ParsedSpec spec, CancellationToken cancellationToken)
    {
        if (Bound.TryGetValue(spec, out var known))
        {
            return known;
        }

        var bound = Bind(spec, cancellationToken);
        return Bound.GetValue(spec, _ => bound);
    }

    /// <summary>Binds a document, whether or not it has been bound before.</summary>
    public static BoundSpec Bind(ParsedSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Document(cancellationToken) is not { } document)
        {
            return new BoundSpec(null, spec.Problems) { FileProblems = spec.FileProblems };
        }

        try
        {
            var moved = new MovedPlaces(document.Written);
            if (document.Written.HasMoved)
            {
                moved.IsRehearsal = true;
                new ApiBinder(new BindingContext(document, spec, moved, cancellationToken), spec.Source).Rehearse();
                moved.IsRehearsal = false;
            }

            var context = new BindingContext(document, spec, moved, cancellationToken);
            var model = new ApiBinder(context, spec.Source).Bind();
            return new BoundSpec(model, spec.Problems.Concat(context.Problems).ToEquatableArray())
            {
                FileProblems = spec.FileProblems.Concat(context.FileProblems).ToEquatableArray(),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception here would silence the generator for every document of the project (CS8785).
            return new BoundSpec(null, spec.Problems.Append(InternalErrors.OfClient(exception)).ToEquatableArray()) { FileProblems = spec.FileProblems };
        }
    }
}
