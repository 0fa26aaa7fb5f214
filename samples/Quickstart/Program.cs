using System.Text;
using Quickstart;
using Quickstart.Flows;
using Quickstart.Output;
using UploadGen;
using UploadServer;

// Uploads a file with five clients that the build generated from specs/*.json, to a server that runs inside this program.
// What an upload looks like in code is in Flows/: start with RunflowFlow.cs.
Console.OutputEncoding = Encoding.UTF8;

if (CommandLine.AsksForHelp(args))
{
    return Terminal.Say(CommandLine.Usage);
}

if (CommandLine.Parse(args, out var problem) is not { } commandLine)
{
    return Terminal.Refuse($"{problem}{Environment.NewLine}{CommandLine.Usage}");
}

using var interrupt = new Interrupt();
try
{
    var content = UploadContent.FromFile(commandLine.File);
    // The line to the tus upload breaks once, so that there is something to go on from.
    await using var server = await EmbeddedUploadServer.StartAsync(new UploadServerOptions { CutsFirstPatch = true }, interrupt.Token);
    var transcript = new Transcript(server);
    transcript.Begin(content);

    var succeeded = true;
    foreach (var name in commandLine.Flows)
    {
        IFlow flow = name switch
        {
            FlowName.Runflow => new RunflowFlow(server, transcript),
            FlowName.Cyberun => new CyberunFlow(server, transcript),
            FlowName.Parts => new PartsFlow(server, transcript),
            FlowName.Tus => new TusFlow(server, transcript),
            _ => new ImagesFlow(server, transcript),
        };
        succeeded &= await transcript.RunAsync(flow, content, interrupt.Token);
    }

    return succeeded ? 0 : 1;
}
catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
{
    return Terminal.Refuse("Canceled. The server is stopped and its files are deleted.");
}
catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
{
    return Terminal.Refuse(fault.Message);
}
