using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>A plan's values as a test reads them: <c>fileId: session.file_id, note: caller.note</c>.</summary>
internal static class PlanText
{
    /// <summary>What a step is told. Of a body it says the members.</summary>
    public static string Of(StepModel step) => string.Join(", ", step.Arguments.Select(Of));

    private static string Of(StepArgument argument) => argument.Value is BodyValue body
        ? string.Join(", ", body.Members.Select(member => Of(member.Property + (member.IsConditional ? "?" : ""), member.Value)))
        : Of(argument.Parameter, argument.Value);

    private static string Of(string taker, FlowValue value) => $"{taker}: {Of(value)}";

    private static string Of(FlowValue value) => value switch
    {
        SessionValue session => $"session.{session.Path.JsonName}{(session.MustBeThere ? "!" : "")}",
        CallerValue caller => $"caller.{caller.Parameter}",
        FileValue file => $"file.{file.Role}",
        PartValue { Fact: PartFact.Number } part => $"part.Number from {part.First}",
        PartValue part => $"part.{part.Fact}",
        PartNumbersValue parts => $"part.Numbers from {parts.First}",
        StoredPartsValue parts => string.Join(" ", parts.Members.Select(member => $"{member.Property}part.{member.Fact}")),
        DigestValue digest => $"digest.{digest.Form.Algorithm}.{digest.Form.Encoding}{(digest.IsBytes ? ".bytes" : "")}",
        TextValue text => $"'{text.Text}'",
        FixedValue one => one.Json,
        EnumValue one => $"{one.Enum}.{one.Member}",
        ListValue list => $"[{Of(list.Item)}]",
        BodyValue body => "{ " + string.Join(", ", body.Members.Select(member => Of(member.Property, member.Value))) + " }",
        _ => value.GetType().Name,
    };
}
