using UploadGen.Generator.Emission.Flows;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>A method for an operation, and the table of its documented answers.</summary>
internal static class OperationEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, OperationRoleModel? role, ValueChecks checks)
    {
        var token = MethodParameterText.CancellationToken("Ends the call.");
        List<MethodParameterText> parameters = [.. MethodParameterText.From(operation.MethodParameters, role), token];
        Documentation(writer, operation, parameters);
        Attributes(writer, operation, role);
        var result = operation.Result switch
        {
            StreamType stream => TypeText.Write(stream),
            { } type => $"{Known.Task}<{TypeText.OfResult(type)}>",
            _ => Known.Task,
        };
        writer.Line($"public virtual {result} {operation.MethodName}(");
        writer.List(parameters.Select(parameter => parameter.Declaration).ToList(), ")");
        writer.Indent();
        writer.Line($"=> _api.{(operation.Result is StreamType ? "Items" : "Send")}Async(");
        writer.Indent();
        Request(writer, operation, role, checks);
        writer.Line($"{operation.ResponsesName},");
        writer.Line("cancellationToken);");
        writer.Unindent();
        writer.Unindent();
        writer.Line();
        Responses(writer, operation);
        CheckFieldNames.Declare(writer, operation.CheckFields);
    }

    private static void Documentation(SourceWriter writer, OperationModel operation, IReadOnlyList<MethodParameterText> parameters)
    {
        var summary = operation.Summary is { Length: > 0 } text ? text : XmlDoc.Humanize(operation.Id);
        var remarks = operation.Description == operation.Summary ? null : operation.Description;
        XmlDoc.Write(writer, summary, $"<c>{operation.HttpMethod} {CSharpText.Xml(operation.Path)}</c>", remarks);
        foreach (var parameter in parameters)
        {
            XmlDoc.Param(writer, parameter.Name, parameter.Description);
        }

        if (operation.Result is StreamType)
        {
            writer.Line("/// <returns>The items as they come. The request is sent when the first is asked for.</returns>");
        }
        else if (operation.Responses.Where(response => response is { IsSuccess: true, Type: null }).ToList() is { Count: > 0 } empty
            && operation.Result is not null)
        {
            var statuses = CSharpText.Xml(string.Join(", ", empty.Select(response => response.Status)));
            writer.Line($"/// <returns>What the API answers; null when that has no body ({statuses}).</returns>");
        }

        foreach (var group in operation.Responses.Where(response => !response.IsSuccess).GroupBy(response => response.Type))
        {
            var statuses = CSharpText.Xml(string.Join(", ", group.Select(response => response.Status)));
            var body = group.Key is { } type ? $" with a <c>{CSharpText.Xml(TypeText.Short(type))}</c> in it" : "";
            writer.Line($"/// <exception cref=\"{Known.ApiException}{(group.Key is null ? "" : "{TError}")}\">The API answered {statuses}{body}.</exception>");
        }
    }

    private static void Attributes(SourceWriter writer, OperationModel operation, OperationRoleModel? role)
    {
        if (operation.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's document calls this deprecated.\")]");
        }

        if (role is not null)
        {
            writer.Line($"[{Known.Annotations}.{FlowEmitter.Attribute(role)}]");
        }
    }

    private static void Request(SourceWriter writer, OperationModel operation, OperationRoleModel? role, ValueChecks values)
    {
        var calls = RequestCalls(operation, role).ToList();
        var checks = RequestChecks.Statements(operation, values).ToList();
        var end = checks.Count == 0 ? "," : "";
        var arguments = $"{CSharpText.Literal(operation.Id)}, {Method(operation.HttpMethod)}, {CSharpText.Literal(operation.Path)}";
        writer.Line($"_api.Request({arguments}){(calls.Count == 0 ? end : "")}");
        writer.Indent();
        for (var i = 0; i < calls.Count; i++)
        {
            writer.Line(calls[i] + (i == calls.Count - 1 ? end : ""));
        }

        RequestChecks.Write(writer, checks, ",");
        writer.Unindent();
    }

    /// <summary>The calls that say which credentials an operation wants, one for each alternative.</summary>
    public static IEnumerable<string> Security(OperationModel operation)
        => operation.Security.Select(alternative => $".Authorize({string.Join(", ", alternative)})");

    private static IEnumerable<string> RequestCalls(OperationModel operation, OperationRoleModel? role)
    {
        if (operation.Server is { } server)
        {
            yield return $".Server({CSharpText.Literal(server)})";
        }

        foreach (var call in Security(operation))
        {
            yield return call;
        }

        foreach (var parameter in operation.Parameters)
        {
            yield return ParameterText.RequestCall(parameter);
        }

        if (role is { IsRepeatable: true } && operation.HttpMethod is "POST" or "PATCH")
        {
            yield return ".Repeatable()";
        }

        if (operation.Accept is { } accept)
        {
            yield return $".Accept({CSharpText.Literal(accept)})";
        }

        foreach (var call in BodyText.RequestCalls(operation.Body))
        {
            yield return call;
        }
    }

    private static void Responses(SourceWriter writer, OperationModel operation)
    {
        var type = operation.Result switch
        {
            StreamType stream => $"{Known.ApiItemResponses}<{TypeText.Write(stream.Item)}>",
            { } result => $"{Known.ApiResponses}<{TypeText.OfResult(result)}>",
            _ => Known.ApiResponses,
        };
        writer.Line($"private static readonly {type} {operation.ResponsesName} = new {type}()");
        writer.Indent();
        List<string> calls =
        [
            .. operation.Responses.SelectMany(response => Response(response, operation.Result)),
            .. operation.AnswerHeaders.Count == 0 ? Array.Empty<string>() : [Headers(operation)],
        ];
        if (calls.Count == 0)
        {
            calls.Add(".Empty(\"default\")");
        }

        for (var i = 0; i < calls.Count; i++)
        {
            writer.Line(calls[i] + (i == calls.Count - 1 ? ";" : ""));
        }

        writer.Unindent();
    }

    /// <summary>What the headers tell goes into what the body tells, if there is one.</summary>
    private static string Headers(OperationModel operation)
    {
        var members = operation.AnswerHeaders
            .Select(header => $"{header.Property} = headers.{(header.IsUrl ? "Url" : "Text")}({CSharpText.Literal(header.WireName)})");
        var hasBody = operation.Responses.Any(response => response is { IsSuccess: true, Body: ResponseBody.Json or ResponseBody.Xml });
        var answer = hasBody ? "answer with" : $"new {TypeText.OfResult(operation.Result!)}";
        return $".Headers(static ({(hasBody ? "answer" : "_")}, headers) => {answer} {{ {string.Join(", ", members)} }})";
    }

    /// <summary>The calls for a documented answer: one for each way to read it.</summary>
    private static IEnumerable<string> Response(ResponseModel response, TypeRef? result)
    {
        var status = CSharpText.Literal(response.Status);
        var description = CSharpText.Literal(response.Description ?? "");
        var hasJson = response.Body == ResponseBody.Json;
        if (!response.IsSuccess)
        {
            if (hasJson || response.Xml is null)
            {
                yield return hasJson ? $".Error({status}, {JsonText.Reader(response.Type!)}, {description})" : $".Error({status}, {description})";
            }

            if (response.Xml is { } error)
            {
                yield return $".XmlError({status}, {XmlText.Reader(response.Type!, error)}{XmlText.Root(error)}, description: {description})";
            }

            yield break;
        }

        var type = response.Type is { IsValueType: true } ? result! : response.Type;
        if (response.Body != ResponseBody.Xml)
        {
            yield return response.Body switch
            {
                ResponseBody.Json when response.MayBeText => $".JsonOrText({status}, {JsonText.Reader(response.Type!)})",
                ResponseBody.Json => $".Json({status}, {JsonText.Reader(type!)})",
                ResponseBody.Items => ItemText.ResponseCall(response),
                ResponseBody.None or ResponseBody.Headers => $".Empty({status})",
                _ => $".{response.Body}({status})",
            };
        }

        if (response.Xml is { } root)
        {
            yield return $".Xml({status}, {XmlText.Reader(type!, root)}{XmlText.Root(root)})";
        }
    }

    private static string Method(string method) => method switch
    {
        "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" or "TRACE"
            => $"{Known.HttpMethod}.{method[0]}{method.Substring(1).ToLowerInvariant()}",
        _ => $"new {Known.HttpMethod}({CSharpText.Literal(method)})",
    };
}
