using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>The states an upload is in before it is confirmed, over all paths: more than one rule needs to know.</summary>
public sealed class UploadFlowTests
{
    [Fact]
    public void A_PUT_on_every_path() => VerifyConfirm(UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        else { await client.PutAssetAsync(session.UploadUrl, session.UploadHeaders, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_PUT_on_some_path() => VerifyConfirm(UploadStates.Created | UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_PUT_that_may_have_failed() => VerifyConfirm(UploadStates.Created | UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); } catch (HttpRequestException) { }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_failed_PUT_that_is_thrown_on() => VerifyConfirm(UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); } catch (HttpRequestException) { throw; } finally { Unseen.Log("done"); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_catch_is_entered_from_before_the_first_statement() => VerifyConfirm(UploadStates.Created | UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        catch (HttpRequestException) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public void A_retry_leaves_the_loop_after_the_PUT_only() => VerifyConfirm(UploadStates.Put, """
        var session = await client.CreateAssetUploadAsync(request);
        while (true)
        {
            try { await client.PutAssetUploadAsync(session, content); break; } catch (HttpRequestException) { }
        }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_confirm_that_is_retried_after_the_PUT() => VerifyConfirm(UploadStates.Put | UploadStates.Confirmed, """
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        while (true)
        {
            try { await client.CreateAssetUploadConfirmationAsync(session.AssetId); break; } catch (HttpRequestException) { }
        }
        """);

    [Fact]
    public void What_is_out_of_sight_stays_so_after_a_PUT() => VerifyConfirm(UploadStates.Put | UploadStates.Unknown, """
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Take(session);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void A_PUT_to_this_session_or_another_is_not_known_to_be_one() => VerifyConfirm(UploadStates.Unknown, """
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(flag ? session : Unseen.Find(), content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public void An_upload_that_was_given_up_is_settled() => VerifyConfirm(UploadStates.Unknown, """
        var session = await client.CreateAssetUploadAsync(request);
        await client.DeleteAssetUploadAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    private static void VerifyConfirm(UploadStates expected, string body)
    {
        var compilation = AnalyzerTest.Compile(TestClient.Method(body));
        var method = compilation.SyntaxTrees.Last().GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var model = compilation.GetSemanticModel(method.SyntaxTree);
        var graph = ControlFlowGraph.Create(method, model, TestContext.Current.CancellationToken)!;

        var annotations = UploadAnnotations.Resolve(compilation)!;
        var flow = UploadFlowAnalysis.Analyze(
            graph,
            model.GetDeclaredSymbol(method, TestContext.Current.CancellationToken)!,
            annotations,
            new OwnMethods(compilation, annotations),
            TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(flow.Steps, step => step.Method.Does(UploadSteps.Confirm)).Before);
    }
}
