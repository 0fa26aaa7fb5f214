using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>The one call for many files: over a collection, and over what comes in one by one.</summary>
internal static class ManyEmitter
{
    /// <summary>Of a flow in steps.</summary>
    public static void Emit(SourceWriter writer, FlowParts parts)
        => Methods(writer, parts.Flow, parts.Flow.MethodName!, FlowEmitter.Result(parts), parts.Parameters.ToList());

    /// <summary>Of a flow that is one request.</summary>
    public static void Emit(SourceWriter writer, FlowModel flow, OperationModel operation)
    {
        var parameters = MethodParameters.Of(operation)
            .Where(parameter => parameter.Name != flow.Many!.FileParameter && parameter != MethodParameter.Progress && parameter.Type != Known.CancellationToken)
            .ToList();
        Methods(writer, flow, operation.MethodName, TypeText.OfResult(operation.Result!), parameters);
        writer.Line();
        Builder(writer, flow, operation, parameters);
    }

    /// <summary>How a type stands in a journal.</summary>
    public static string Json(TypeRef type, IEnumerable<MemberPath> secrets)
        => $"new({string.Join(", ", secrets.Select(secret => CSharpText.Literal(secret.Last.JsonName)).Prepend(JsonText.Writer(type)).Prepend(JsonText.Reader(type)))})";

    private static void Methods(SourceWriter writer, FlowModel flow, string one, string result, IReadOnlyList<MethodParameter> parameters)
    {
        var names = new NameScope([.. parameters.Select(parameter => parameter.Name), MethodParameter.Progress.Name, "cancellationToken"]);
        var contents = names.Take("contents");
        var options = names.Take("options");
        Method(Known.Enumerable, "The files. Of a collection, progress tells the totals, and every file has an outcome even after a cancellation.");
        writer.Line();
        Method(Known.AsyncEnumerable, "The files. One is asked for when there is a place for it.");

        void Method(string source, string about)
        {
            List<MethodParameter> all =
            [
                new(contents, $"{source}<{Known.UploadContent}>", true, about),
                .. parameters,
                new(options, Known.UploadManyOptions, false, "How many at a time (4 unless said), and the journal."),
                new(MethodParameter.Progress.Name, Known.ManyProgress, false, "Told of all files together."),
                MethodParameter.CancellationToken("Ends the uploads that run; thrown when every outcome is given."),
            ];
            writer.Line($"/// <summary>Uploads many files, several at a time, each as <see cref=\"{one}\"/> does, and gives their outcomes as they come. A file that fails stops no other.</summary>");
            foreach (var parameter in all)
            {
                XmlDoc.Param(writer, parameter.Name, parameter.Description);
            }

            writer.Line($"public virtual {Known.AsyncEnumerable}<{Known.UploadOutcome}<{result}>> {flow.Many!.MethodName}(");
            writer.List(all.Select(parameter => parameter.Declaration).ToList(), ")");
            writer.Indent();
            writer.Line($"=> _api.Uploads.RunManyAsync({flow.Many.BuilderName}({string.Join(", ", parameters.Select(parameter => parameter.Name))}), {contents}, {options}, progress, cancellationToken);");
            writer.Unindent();
        }
    }

    private static void Builder(SourceWriter writer, FlowModel flow, OperationModel operation, IReadOnlyList<MethodParameter> parameters)
    {
        var said = string.Join(", ", parameters.Select(parameter => $"{parameter.Type}{(parameter.IsRequired ? "" : "?")} {parameter.Name}"));
        var names = new NameScope([.. parameters.Select(parameter => parameter.Name)]);
        string file = names.Take("file"), progress = names.Take("progress"), token = names.Take("ct");
        var arguments = parameters.Select(parameter => $"{parameter.Name}: {parameter.Name}")
            .Prepend($"{flow.Many!.FileParameter}: {file}")
            .Concat([$"progress: {progress}", $"cancellationToken: {token}"]);
        writer.Line($"private {Known.WholeUpload}<{TypeText.OfResult(operation.Result!)}> {flow.Many.BuilderName}({said})");
        writer.Indent();
        writer.Open($"=> new({CSharpText.Literal(flow.Name)}, {CSharpText.Literal(operation.Id)})");
        writer.Line($"Send = ({file}, {progress}, {token}) => {operation.MethodName}({string.Join(", ", arguments)}),");
        writer.Line($"ResultJson = {Json(operation.Result!, [])},");
        writer.Close(";");
        writer.Unindent();
    }
}
