"""The rubric Uppföljning."""
