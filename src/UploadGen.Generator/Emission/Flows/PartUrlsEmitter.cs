using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>Where parts go, of a flow whose parts go to URLs: what reads them from answers, and what asks for them.</summary>
internal sealed class PartUrlsEmitter(SourceWriter writer, CallEmitter call)
{
    public void Emit(PartUrlsModel target)
    {
        writer.Open("Urls = new()");
        if (target.Given is { } given)
        {
            writer.Line($"Given = session => {Items(given, "session", call.Create)},");
        }

        if (target.Ask is { } ask)
        {
            Ask(ask);
        }

        writer.Close(",");
    }

    private void Ask(PartAskModel ask)
    {
        var operation = call.Operation(ask.Step);
        writer.Line("Ask = async (session, file, part, count, ct) =>");
        writer.Open();
        writer.Line($"var signed = await {operation.MethodName}(");
        writer.List([.. ask.Step.Arguments.Select(argument => call.Values.Inline(argument.Value)), "ct"], ").ConfigureAwait(false);");
        writer.Line($"return {Items(ask.Items, "signed", operation)};");
        writer.Close(",");
        if (ask.Batch > 1)
        {
            writer.Line($"Batch = {ask.Batch.ToString(CultureInfo.InvariantCulture)},");
        }

        if (ask.IsOpening)
        {
            writer.Line("OpensWithSome = true,");
        }

        if (ask.First != 1)
        {
            writer.Line($"First = {ask.First.ToString(CultureInfo.InvariantCulture)},");
        }
    }

    /// <summary>What an answer has for each part, as the engine takes it.</summary>
    private static string Items(PartItemsModel items, string root, OperationModel operation)
    {
        if (items.List is not { } list)
        {
            return $"[{Target(items, root, operation, items.UrlMember.JsonName)}]";
        }

        var said = list.From(root);
        var place = CSharpText.Literal(operation.Id);
        return (list.Type, items.Url) switch
        {
            (ListType, null) => $"{Known.PartTargets}.Of({said})",
            (_, null) => $"{Known.PartTargets}.OfMap({said}, url => new {Known.PartTarget}(url), {place})",
            (ListType, _) => $"{Known.PartTargets}.Of({said}, item => {Target(items, "item", operation, list.JsonName)})",
            _ => $"{Known.PartTargets}.OfMap({said}, item => {Target(items, "item", operation, list.JsonName)}, {place})",
        };
    }

    private static string Target(PartItemsModel items, string root, OperationModel operation, string name)
    {
        (string Name, string? Value)[] members =
        [
            ("Number", items.Number?.From(root)),
            ("Offset", items.Offset?.From(root)),
            ("End", items.End?.From(root)),
            ("Length", items.Length?.From(root)),
            ("Method", Method(items.Method, root)),
            ("Headers", items.Headers is { } headers ? CallEmitter.Texts(headers, root, operation, $"{name}.{headers.Path.JsonName}") : null),
        ];
        var said = members.Where(member => member.Value is not null).Select(member => $"{member.Name} = {member.Value}").ToList();
        return $"new {Known.PartTarget}({items.Url!.From(root)})" + (said.Count == 0 ? "" : $" {{ {string.Join(", ", said)} }}");
    }

    private static string? Method(MemberPath? method, string root)
        => method is null ? null : method.From(root) + (method.Type is NamedType ? (method.CanBeNull ? "?" : "") + ".ToString()" : "");
}
