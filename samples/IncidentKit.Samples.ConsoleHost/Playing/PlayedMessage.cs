namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>A message to customers, as its builder wants it.</summary>
internal sealed record PlayedMessage(string Kind, string? Affecting, string? Symptom, string? Known, string? Doing, string? WhatHappened);
