using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.RemoveSecondConfirmFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG110: what can go, and what may be needed.</summary>
public sealed class RemoveSecondConfirmFixTests
{
    private const string Whole = """
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        """;

    [Fact]
    public Task The_second_confirmation() => Verify.VerifyAsync(
        Code.Method(Whole + "await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId);\nTake(session);"),
        Code.Method(Whole + "Take(session);"),
        "Remove the second confirmation");

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            Whole + """
            await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
            Take(flag);
            await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            Take(folder);
            """,
            name),
        name => Code.Method(
            Whole + """
            Take(flag);
            Take(folder);
            """,
            name));

    [Theory]
    [InlineData("var asset = await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId); Take(asset);")]
    [InlineData("await client.{|UPG110:PutAssetUploadAsync|}(session, content);")]
    [InlineData("if (flag) await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId);")]
    public Task Not_what_may_be_needed(string statements) => Verify.VerifyNoneOfferedAsync(Code.Method(Whole + statements));
}
