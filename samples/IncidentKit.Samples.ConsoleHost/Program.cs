using IncidentKit.Samples.ConsoleHost.Verbs;

return await HostCommand.Create().Parse(args).InvokeAsync();
