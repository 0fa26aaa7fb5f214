using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds what a statement says that an operation's parameters and the members of its body get.</summary>
/// <param name="document">The document.</param>
/// <param name="create">The operation that opens the upload.</param>
/// <param name="values">Reads the values.</param>
internal sealed class StatedArguments(FlowDocument document, OperationModel create, StatedValues values)
{
    private readonly List<FoundArgument> _bound = [];
    private readonly HashSet<(string Name, bool IsParameter)> _mentioned = [];

    /// <summary>What is known to be said.</summary>
    public IReadOnlyList<FoundArgument> Bound => _bound;

    /// <summary>Whether the statement speaks of a parameter or member, be it in vain.</summary>
    public bool Mentions(string name, bool isParameter) => _mentioned.Contains((name, isParameter));

    public void Bind(OperationModel target, JsonObject? parameters, JsonObject? requestBody, StatementPlace place)
    {
        foreach (var entry in parameters ?? [])
        {
            var names = target.Parameters.Select(parameter => parameter.WireName);
            Add(entry, Parameter(target, entry.Key), names, target, place.Then("parameters"));
        }

        var members = Members(target).ToList();
        foreach (var entry in requestBody ?? [])
        {
            var taker = members.FirstOrDefault(member => member.WireName == entry.Key).Taker;
            Add(entry, taker, members.Select(member => member.WireName), target, place.Then("requestBody"));
        }
    }

    /// <summary>The parameter of a name. OpenAPI lets one be called by its place, too: <c>path.id</c>.</summary>
    private static StatedTaker? Parameter(OperationModel target, string key)
    {
        var parameter = target.Parameters.FirstOrDefault(candidate => candidate.WireName == key)
            ?? target.Parameters.FirstOrDefault(candidate => key == candidate.In.ToString().ToLowerInvariant() + "." + candidate.WireName);
        return parameter is null ? null : new StatedTaker(Called(key, target), parameter.Name, IsParameter: true, parameter.Type, parameter.IsRequired);
    }

    private IEnumerable<(string WireName, StatedTaker Taker)> Members(OperationModel target)
        => target.Body is FormBodyModel form
            ? form.Fields
                .Where(field => !field.IsFile)
                .Select(field => (field.WireName, Member(target, field.WireName, field.Name, field.Type, field.IsRequired)))
            : (document.Request(target)?.Properties ?? []).Select(property => (
                property.JsonName,
                Member(target, property.JsonName, property.Name, property.Type, property.IsRequired) with { Constant = property.Constant }));

    private static StatedTaker Member(OperationModel target, string wireName, string name, TypeRef type, bool isRequired)
        => new(Called(wireName, target), name, IsParameter: false, type, isRequired);

    private static string Called(string name, OperationModel target) => $"'{name}' of '{target.Id}'";

    /// <param name="entry">What is said, by the name of what takes it.</param>
    /// <param name="taker">What takes it, if there is such a thing.</param>
    /// <param name="known">The names of what could take something.</param>
    /// <param name="target">The operation.</param>
    /// <param name="place">Where it is said.</param>
    private void Add(KeyValuePair<string, JsonNode?> entry, StatedTaker? taker, IEnumerable<string> known, OperationModel target, StatementPlace place)
    {
        if (taker is null)
        {
            var end = NearestName.Question(entry.Key, known);
            document.ReportNotBound(create, $"'{target.Id}' takes no '{entry.Key}'{end} It is ignored", place.Then(entry.Key));
            return;
        }

        _mentioned.Add((taker.Target, taker.IsParameter));
        var (origin, problem) = values.Read(entry.Value, taker);
        if (problem is not null)
        {
            document.ReportNotBound(create, problem + ". The caller is asked for the value; correct the expression", place.Then(entry.Key));
        }
        else if (origin is not AskedOrigin)
        {
            _bound.Add(new FoundArgument(taker.Target, taker.IsParameter, origin!));
        }
    }
}
