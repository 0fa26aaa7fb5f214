using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>The one call for many files: over a collection, and over what comes in one by one.</summary>
internal static class ManyEmitter
{
    /// <summary>Of a flow in steps.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="many">The call.</param>
    /// <param name="result">What the upload of one file gives.</param>
    public static void Emit(SourceWriter writer, SessionFlowModel flow, ManyCallModel many, string result)
    {
        var parameters = flow.Call.Parameters.Select(MethodParameterText.From).ToList();
        Methods(writer, many, flow.Call.MethodName, result, flow.Call.BuilderName, parameters);
    }

    /// <summary>Of a flow that is one request.</summary>
    public static void Emit(SourceWriter writer, RequestFlowModel flow, ManyRequestsModel many, OperationModel operation, OperationRoleModel? role)
    {
        var parameters = MethodParameterText.From(many.Parameters, role);
        Methods(writer, many.Call, operation.MethodName, TypeText.OfResult(operation.Result!), many.BuilderName, parameters);
        writer.Line();
        Builder(writer, flow, many, operation, parameters);
    }

    /// <summary>How a value stands in a journal.</summary>
    /// <param name="written">What reads it, and what writes it.</param>
    /// <param name="secrets">The members, by their names in JSON, that are left out.</param>
    public static string Json(IEnumerable<string> written, IEnumerable<string> secrets)
        => $"new({string.Join(", ", [.. written, .. secrets.Select(CSharpText.Literal)])})";

    /// <summary>How a result with its session stands in a journal.</summary>
    /// <param name="types">The types of the session and of what confirms it.</param>
    /// <param name="written">What reads and writes the session, and what reads and writes the other.</param>
    /// <param name="secrets">The members, by their names in JSON, that are left out.</param>
    public static string Json(string types, IEnumerable<string> written, IEnumerable<string> secrets)
        => $"{Known.UploadResultJson}.Of<{types}>({string.Join(", ", [.. written, .. secrets.Select(CSharpText.Literal)])})";

    private static void Methods(
        SourceWriter writer,
        ManyCallModel many,
        string one,
        string result,
        string builder,
        IReadOnlyList<MethodParameterText> parameters)
    {
        writer.Line();
        Method(
            Known.Enumerable,
            "The files, such as UploadContent.FromFiles gives. Of a collection, progress tells the totals, and every file has an outcome even after a cancellation.");
        writer.Line();
        Method(Known.AsyncEnumerable, "The files. One is asked for when there is a place for it.");

        void Method(string source, string about)
        {
            List<MethodParameterText> all =
            [
                new(many.Contents, $"{source}<{Known.UploadContent}>", true, about),
                .. parameters.Select(parameter => IsPerFile(parameter) ? parameter.PerFile : parameter),
                new(many.Options, Known.UploadManyOptions, false, "How many at a time (4 unless said), and the journal."),
                new("progress", Known.ManyProgress, false, "Told of all files together."),
                MethodParameterText.CancellationToken("Ends the uploads that run; thrown when every outcome is given."),
            ];
            var what = $"Uploads many files, several at a time, each as <see cref=\"{one}\"/> does, and gives their outcomes as they come.";
            writer.Line($"/// <summary>{what} A file that fails stops no other.</summary>");
            foreach (var parameter in all)
            {
                XmlDoc.Param(writer, parameter.Name, parameter.Description);
            }

            writer.Line($"public virtual {Known.AsyncEnumerable}<{Known.UploadOutcome}<{result}>> {many.MethodName}(");
            writer.List(all.Select(parameter => parameter.Declaration).ToList(), ")");
            writer.Indent();
            var said = string.Join(", ", parameters.Select(parameter => IsPerFile(parameter) ? parameter.OfFile(many.File) : parameter.Name));
            var upload = (many.PerFile.Count == 0 ? "" : $"{many.File} => ") + $"{builder}({said})";
            writer.Line($"=> _api.Uploads.RunManyAsync({upload}, {many.Contents}, {many.Options}, progress, cancellationToken);");
            writer.Unindent();
        }

        bool IsPerFile(MethodParameterText parameter) => many.PerFile.Contains(parameter.Name);
    }

    private static void Builder(
        SourceWriter writer,
        RequestFlowModel flow,
        ManyRequestsModel many,
        OperationModel operation,
        IReadOnlyList<MethodParameterText> parameters)
    {
        var (file, progress, token) = many.Names;
        var arguments = parameters.Select(parameter => $"{parameter.Name}: {parameter.Name}")
            .Prepend($"{many.FileParameter}: {file}")
            .Concat([$"progress: {progress}", $"cancellationToken: {token}"]);
        var handed = string.Join(", ", parameters.Select(parameter => parameter.Handed));
        writer.Line($"private {Known.WholeUpload}<{TypeText.OfResult(operation.Result!)}> {many.BuilderName}({handed})");
        writer.Indent();
        writer.Open($"=> new({CSharpText.Literal(flow.Name)}, {CSharpText.Literal(operation.Id)})");
        writer.Line($"Send = ({file}, {progress}, {token}) => {operation.MethodName}({string.Join(", ", arguments)}),");
        writer.Line($"ResultJson = {Json([JsonText.Reader(operation.Result!), JsonText.Writer(operation.Result!)], [])},");
        writer.Close(";");
        writer.Unindent();
    }
}
