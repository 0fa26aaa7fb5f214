using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Says in one sentence what was recognized as a flow.</summary>
internal sealed class FlowSentence(FlowDocument document, OperationModel create, FlowModel flow)
{
    public override string ToString() => flow.Kind switch
    {
        FlowKind.Multipart => "is an upload in one request, a form with the file in it",
        FlowKind.Raw => "is an upload in one request, the file as its body",
        FlowKind.Parts => $"opens an upload in parts: {Target()}{Confirm()}{Abort()}{Roles()}. {Call()}",
        _ => $"opens an upload: {Target()}{Confirm()}{Roles()}. {flow.MethodName} does it in one call",
    };

    private string Call()
        => flow.MethodName is { } method ? $"{method} does it in one call" : $"Its operations are generated; no method does it in one call, since {flow.Missing}";

    private string Target()
    {
        var session = flow.Session!;
        var headers = session.Headers is { } map ? $" with the headers in {map.JsonName}" : "";
        return flow.Kind switch
        {
            FlowKind.FormPost => $"the file is POSTed to {session.Url!.JsonName}" + (session.Fields is { } fields ? $" behind the fields in {fields.JsonName}" : " in a form"),
            FlowKind.Presigned => $"the file is PUT to {session.Url!.JsonName}{headers}",
            _ when flow.Part is { } part => $"its parts go to '{IdOf(part.Method)}'",
            _ => $"its parts go to the URLs in {session.Url!.JsonName}{headers}",
        };
    }

    private string Confirm()
    {
        if (flow.Confirm is not { } confirm)
        {
            return ", nothing confirms it";
        }

        var taken = confirm.Arguments.Select(argument => (argument.Value as SessionValue)?.Path.JsonName).OfType<string>().Distinct().ToList();
        return $", '{IdOf(confirm.Method)}' confirms it" + (taken.Count == 0 ? "" : " with " + string.Join(" and ", taken));
    }

    private string Abort() => flow.Abort is { } abort ? $", '{IdOf(abort.Method)}' gives it up" : "";

    private string Roles()
    {
        var names = flow.CreateRoles.Select(role => role.IsParameter
            ? create.Parameters.First(parameter => parameter.Name == role.Name).WireName
            : document.Request(create)!.Properties.First(property => property.Name == role.Name).JsonName).ToList();
        return names.Count == 0 ? "" : $"; the file itself tells {string.Join(", ", names)}";
    }

    private string IdOf(string method) => document.Operations.First(operation => operation.MethodName == method).Id;
}
